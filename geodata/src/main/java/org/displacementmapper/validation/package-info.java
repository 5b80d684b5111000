/**
 * How far the models have been off, on the data that they are used on (section 9 of the method):
 * each is asked to predict UN figures that it was not given, beside baselines that know no
 * incidents. Central type: {@link org.displacementmapper.validation.ValidationReport}, which also
 * says where a model lost.
 *
 * <p>May import {@code displacement}, {@code join}, {@code incident} and {@code boundary}.
 */
package org.displacementmapper.validation;

package org.displacementmapper.filter;

import org.displacementmapper.feature.Feature;

/** What is asked of a feature: yes, no, or not known because a value is missing. */
@FunctionalInterface
interface Condition {

  /** TRUE, FALSE, or null if it is not known. */
  Boolean test(Feature feature);

  default Condition and(Condition other) {
    return feature -> {
      Boolean one = test(feature);
      if (Boolean.FALSE.equals(one)) {
        return false;
      }
      Boolean two = other.test(feature);
      return Boolean.FALSE.equals(two) ? Boolean.FALSE : one == null ? null : two;
    };
  }

  default Condition or(Condition other) {
    return feature -> {
      Boolean one = test(feature);
      if (Boolean.TRUE.equals(one)) {
        return true;
      }
      Boolean two = other.test(feature);
      return Boolean.TRUE.equals(two) ? Boolean.TRUE : one == null ? null : two;
    };
  }

  default Condition not() {
    return feature -> {
      Boolean answer = test(feature);
      return answer == null ? null : !answer;
    };
  }
}

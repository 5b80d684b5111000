/** Colours and classes: one table for the page, the server and the files that carry a style. */
export { default } from '../../../geodata/src/main/resources/org/displacementmapper/layer/theme.json';

import { DEFAULT_DATE } from './state/url';

document.documentElement.dataset['asOf'] = DEFAULT_DATE;

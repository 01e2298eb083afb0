// Components are tested in Dutch, as nearly everybody reads them; what is loaded once for all tests has one language.
import { overwriteGetLocale } from '../../src/lib/paraglide/runtime.js';

overwriteGetLocale(() => 'nl');

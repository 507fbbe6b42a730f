// Kept in English, as administrators and process owners know it; leaving works as in the rest of Ankomst.
import { prepare } from '../../tasklist/scripts/page.js';

prepare();

export default {
  app: { vendor: 'Ankomst' },
  locales: { availableLocales: ['en'], fallbackLocale: 'en' },
  disableWelcomeMessage: true
};

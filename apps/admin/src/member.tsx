import './app/global.css';
import { createRoot } from 'react-dom/client';
import { MemberPage } from './features/member-page/member-page';
import { loadLanguage, preferredLanguage } from './lib/language';

/** The member page's own words: nothing of the app is loaded with them. */
const packs = {
  'zh-CN': async () => ({ messages: { memberPage: (await import('./messages/zh-CN/member-page')).memberPage } }),
  en: async () => ({ messages: { memberPage: (await import('./messages/en/member-page')).memberPage } }),
};

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root.');
// Another link opened in the same tab changes only what stands behind `#`.
window.addEventListener('hashchange', () => window.location.reload());
const language = preferredLanguage();
await loadLanguage(language, packs);
createRoot(root).render(
  <MemberPage
    token={window.location.hash.slice(1)}
    firstLanguage={language}
    load={(next) => loadLanguage(next, packs)}
  />,
);

import './app/global.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { nonceForStyles } from './lib/csp-nonce';
import { loadLanguage, preferredLanguage } from './lib/language';

nonceForStyles();
const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root.');
const language = preferredLanguage();
await loadLanguage(language);
createRoot(root).render(<App firstLanguage={language} />);

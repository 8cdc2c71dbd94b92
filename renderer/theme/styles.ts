// The styles of the window, in order. The Chinese font is the one that documents carry anyway: it is read only where the
// system has none of its own.
import '@fontsource/noto-sans-sc/400.css';
import '@fontsource/noto-sans-sc/600.css';
import './fonts.css';
import './tokens.css';
import './base.css';

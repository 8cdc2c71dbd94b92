// Starts the window: styles, then the app. Everything it shows comes through the bridge.
import './theme/fonts.css';
import './theme/tokens.css';
import './theme/base.css';
import { mount } from 'svelte';
import App from './frame/App.svelte';

mount(App, { target: document.body });

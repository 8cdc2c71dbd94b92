// Starts the window: styles, then the app. Everything it shows comes through the bridge.
import './theme/styles.ts';
import { mount } from 'svelte';
import App from './frame/App.svelte';

mount(App, { target: document.body });

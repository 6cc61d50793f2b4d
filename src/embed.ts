// The script for web pages. It exports nothing, so that it leaves no name on the page but the one of `define.ts`.
import './define.js';

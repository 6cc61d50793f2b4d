import vue from '@vitejs/plugin-vue';
import {defineConfig} from 'vite';

const isCustomElement = (tag) => tag === 'good-practice-browser' || tag.startsWith('gpb-');

export default defineConfig({plugins: [vue({template: {compilerOptions: {isCustomElement}}})]});

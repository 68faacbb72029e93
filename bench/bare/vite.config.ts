import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

// The baseline: a page of Kit alone, with as much html as the plan page and no database.
export default defineConfig({
	plugins: [sveltekit({ adapter: adapter() })]
});

import { expect, it, vi } from 'vitest';
import { makeMenus } from '../../entrypoints/background/ways-in';

const create = vi.hoisted(() => vi.fn());
vi.mock('wxt/browser', () => ({
	browser: {
		contextMenus: { create, removeAll: () => Promise.resolve() },
		i18n: { getMessage: (key: string) => key },
	},
}));

it('only links of the web are offered to be posted: of mail addresses nothing would be brought', async () => {
	await makeMenus();
	const made = create.mock.calls.map(([menu]) => menu as Record<string, unknown>);
	const link = made.find(({ id }) => id === 'link');
	expect(link).toMatchObject({ contexts: ['link'], targetUrlPatterns: ['*://*/*'] });
	for (const menu of made.filter(({ id }) => id !== 'link'))
		expect(menu).not.toHaveProperty('targetUrlPatterns');
});

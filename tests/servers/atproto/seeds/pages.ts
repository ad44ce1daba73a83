import type { World } from '../model';
import { homeOf } from '../world';

const page = (title: string, lang: string, body: string): string =>
	`<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title></head><body><main><h1>${title}</h1>${body}</main></body></html>`;

/** What the square says of itself: its terms, its privacy page, and whom to write to. */
export function pages(world: World): void {
	const home = homeOf(world, 0);
	const { host, origin } = home;
	home.title = 'Het Plein';
	home.contact = { email: `bestuur@${host}` };
	home.links = {
		termsOfService: `${origin}/terms`,
		privacyPolicy: `${origin}/privacy`,
	};
	home.pages.set(
		'/terms',
		page(
			'Voorwaarden — Terms',
			'nl',
			`<p lang="nl">Het Plein wordt beheerd door Stichting Het Plein, Kerkstraat 2, Utrecht, ingeschreven bij de Kamer van Koophandel. Op deze voorwaarden is Nederlands recht van toepassing.</p><p lang="en">Het Plein is run by Stichting Het Plein, a non-profit foundation in Utrecht. Dutch law applies. It is paid for by its members and by donations; the accounts are published every year at ${origin}/accounts.</p><h2>House rules</h2><ol><li>Be kind to your neighbours.</li><li>No advertising.</li><li>Say where a picture comes from.</li></ol><p lang="en">You can leave at any time and take your repository with you. If the foundation ends, everybody is told three months before.</p>`,
		),
	);
	home.pages.set(
		'/privacy',
		page(
			'Privacy',
			'nl',
			`<p lang="nl">Verantwoordelijk is Stichting Het Plein, ${home.contact.email}. Talen: Nederlands en Engels.</p>`,
		),
	);
	home.pages.set('/accounts', page('Jaarrekening', 'nl', '<p>In: 1200 euro. Uit: 1100 euro.</p>'));
	const other = homeOf(world, 1);
	other.title = 'Harbour';
	other.inviteCodeRequired = true;
	const [first, second] = world.views;
	if (first) first.title = 'View of Het Plein';
	if (second) second.title = 'View of the Harbour cooperative';
}

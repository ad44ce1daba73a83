import { useState } from 'preact/hooks';
import { SUGGESTED, WITH_NAVIGATION } from '../../lib/beside';
import type { BesideSite } from '../../lib/model';
import { changeList } from '../../lib/store';
import { useMe } from '../shared/me';
import { LoadProblem } from '../shared/problem';
import { useServices } from '../shared/services';
import { useSettings } from '../shared/settings';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';

/** Where the button "Also to…" stands, and where an entry of ours: by choice, site by site. */
export function Sites() {
	const { t } = useTexts();
	const { inBrowser } = useServices();
	const { sites } = useSettings();
	const servers = useMe().all?.map(({ host }) => host) ?? [];
	const on = [...new Set(sites.map(({ host }) => host))];
	const { value: withdrawn = [] } = useLoad(`access to ${on}`, () => inBrowser.withdrawn(on), [
		'settings',
	]);
	const [said, say] = useState<string>();
	const [error, setError] = useState<unknown>();
	const composers = sites.filter(({ part }) => part === undefined);
	const hosts = [...new Set([...SUGGESTED, ...composers.map(({ host }) => host)])];
	const add = async (site: Place) => {
		const { host } = site;
		const note = () =>
			changeList('sites', (all) => [...all.filter((one) => !isAt(one, site)), site]);
		if (!(await inBrowser.addSite(site, note))) say(t('siteRefused', { host }));
	};
	const remove = async (site: Place) => {
		const { host } = site;
		await changeList('sites', (all) => all.filter((one) => !isAt(one, site)));
		// What else stands there, and how we speak with our servers, takes the same permission.
		const others = sites.some((one) => one.host === host && !isAt(one, site));
		await inBrowser.removeSite(site, !others && !servers.includes(host));
	};
	const turn = (site: Place, on: boolean) => {
		say(undefined);
		setError(undefined);
		(on ? add(site) : remove(site)).catch(setError);
	};
	return (
		<>
			<h3 id="sites">{t('sites')}</h3>
			<p class="quiet">{t('sitesWhy')}</p>
			<ul class="sites" aria-labelledby="sites">
				{hosts.map((host) => (
					<SiteRow
						key={host}
						place={{ host }}
						site={sites.find((one) => isAt(one, { host }))}
						withdrawn={withdrawn.includes(host)}
						turn={turn}
					/>
				))}
			</ul>
			<AddSite
				offers={servers.filter((host) => !hosts.includes(host))}
				add={(host) => turn({ host }, true)}
			/>
			<h3 id="entries">{t('entries')}</h3>
			<p class="quiet">{t('entriesWhy')}</p>
			<ul class="sites" aria-labelledby="entries">
				{WITH_NAVIGATION.map((host) => ({ host, part: 'entry' }) as const).map((place) => (
					<SiteRow
						key={place.host}
						place={place}
						site={sites.find((one) => isAt(one, place))}
						withdrawn={withdrawn.includes(place.host)}
						turn={turn}
					/>
				))}
			</ul>
			<p role="status">{said}</p>
			{error !== undefined && <LoadProblem error={error} />}
		</>
	);
}

type Place = Pick<BesideSite, 'host' | 'part'>;

function isAt(site: BesideSite, { host, part }: Place): boolean {
	return site.host === host && site.part === part;
}

type SiteRowProps = {
	place: Place;
	site: BesideSite | undefined;
	/** The browser gives no access to it any more. */
	withdrawn: boolean;
	turn(place: Place, on: boolean): void;
};

function SiteRow({ place, site, withdrawn, turn }: SiteRowProps) {
	const { t } = useTexts();
	const { host, part } = place;
	return (
		<li>
			<label>
				<input
					type="checkbox"
					checked={site !== undefined}
					onClick={(event) => {
						// It is on when the person has said yes to the browser too.
						event.preventDefault();
						turn(place, site === undefined);
					}}
				/>{' '}
				{part ? <span>{t('entryAt', { host })}</span> : <bdi>{host}</bdi>}
			</label>{' '}
			<span class="quiet">
				{site && withdrawn ? t('siteWithdrawn', { host }) : <State part={part} site={site} />}
			</span>
		</li>
	);
}

function State({ part, site }: { part: Place['part'] | undefined; site: BesideSite | undefined }) {
	const { t, date } = useTexts();
	if (!site) return t('siteOff');
	if (site.at === undefined) return t(part ? 'entryNotSeen' : 'siteNotSeen');
	const when = date(site.at, 'minute');
	switch (site.missing) {
		case 'text':
			return t('siteNoText', { date: when });
		case 'post':
			return t('siteNoPost', { date: when });
		case 'composer':
			return t('siteNoComposer', { date: when });
		case 'navigation':
			return t('entryNoPlace', { date: when });
		default:
			return t('siteSeen', { date: when });
	}
}

type AddSiteProps = { offers: readonly string[]; add(host: string): void };

function AddSite({ offers, add }: AddSiteProps) {
	const { t } = useTexts();
	const [typed, setTyped] = useState('');
	const [wrong, setWrong] = useState(false);
	const send = (event: SubmitEvent) => {
		event.preventDefault();
		const host = hostIn(typed);
		setWrong(host === undefined);
		if (host === undefined) return;
		setTyped('');
		add(host);
	};
	return (
		<form class="site-form" onSubmit={send}>
			<label>
				{t('siteHost')}
				<input
					type="text"
					inputMode="url"
					autocomplete="off"
					autocapitalize="off"
					list="site-offers"
					value={typed}
					aria-invalid={wrong}
					aria-describedby="site-wrong"
					onInput={(event) => setTyped(event.currentTarget.value)}
				/>
			</label>
			<datalist id="site-offers">
				{offers.map((host) => (
					<option key={host} value={host} />
				))}
			</datalist>
			<button type="submit" class="button">
				{t('siteAdd')}
			</button>
			<p id="site-wrong" role="status">
				{wrong && t('siteAddWrong')}
			</p>
		</form>
	);
}

/** The host that somebody typed, with or without what stands around it in addresses; undefined: none. */
function hostIn(typed: string): string | undefined {
	const address = `https://${typed.trim().replace(/^https?:\/\//, '')}`;
	if (typed.trim() === '' || !URL.canParse(address)) return undefined;
	const { hostname, port } = new URL(address);
	return port === '' && hostname.includes('.') ? hostname : undefined;
}

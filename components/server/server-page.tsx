import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Server } from '../../lib/model';
import { budgets, refreshServer, server } from '../../lib/sessions';
import type { BudgetRow } from '../../lib/store';
import { Emojified } from '../post/emojified';
import { OutLink } from '../post/text';
import { Empty } from '../shared/empty';
import { Page } from '../shared/page';
import { LoadProblem } from '../shared/problem';
import { textOf } from '../shared/said';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { When } from '../shared/when';

/** `#/server/<host>`: what a server says of itself, and how it answers. */
export function ServerPage({ host }: { host: string }) {
	const { t, say } = useTexts();
	const { value, ready, error, retry } = useLoad(host, () => server(host), ['servers']);
	const [problem, setProblem] = useState<unknown>();
	useEffect(() => {
		let over = false;
		setProblem(undefined);
		refreshServer(host).catch((failure: unknown) => over || setProblem(failure));
		return () => {
			over = true;
		};
	}, [host]);
	const text = textOf(problem);
	return (
		<Page title={value?.title || host}>
			{error !== undefined && <LoadProblem error={error} retry={retry} />}
			{problem !== undefined && (
				<p class="problem-line" role="status">
					{text ? say(text) : t('actionFailed')}
				</p>
			)}
			{ready && !value && error === undefined && <Empty>{t('serverNotRead', { host })}</Empty>}
			{value && <About server={value} />}
			<Health host={host} server={value} />
			{value && <Rules server={value} />}
		</Page>
	);
}

function About({ server }: { server: Server }) {
	const { t } = useTexts();
	const { contact, links, limits } = server;
	return (
		<section class="server" aria-labelledby="about">
			<h2 id="about">{t('serverAbout')}</h2>
			{server.description && <p dir="auto">{server.description}</p>}
			<dl class="facts">
				<Fact name={t('serverSoftware')}>
					{server.software.name} {server.software.version}
				</Fact>
				{server.activePeople !== undefined && (
					<Fact name={t('serverActive')}>{t('countPeople', { count: server.activePeople })}</Fact>
				)}
				{server.languages.length > 0 && (
					<Fact name={t('serverLanguages')}>{server.languages.join(', ')}</Fact>
				)}
				<Fact name={t('serverLimit')}>{t('serverCharacters', { count: limits.characters })}</Fact>
				{server.closed && <Fact name={t('serverFederation')}>{t('serverClosed')}</Fact>}
				{contact?.email && <Fact name={t('serverContact')}>{contact.email}</Fact>}
				{contact?.account && (
					<Fact name={t('serverStaff')}>
						<bdi>
							<Emojified
								text={contact.account.name || contact.account.handle}
								emojis={contact.account.emojis}
							/>
						</bdi>{' '}
						<bdi>@{contact.account.handle}</bdi>
					</Fact>
				)}
			</dl>
			<ul class="links">
				{LINKS.map(({ link, text }) => {
					const href = links[link];
					return href ? (
						<li key={link}>
							<OutLink href={href}>{t(text)}</OutLink>
						</li>
					) : null;
				})}
			</ul>
			<p class="quiet">{t('serverOwnWords', { host: server.host })}</p>
		</section>
	);
}

const LINKS = [
	{ link: 'about', text: 'linkAbout' },
	{ link: 'terms', text: 'linkTerms' },
	{ link: 'privacy', text: 'linkPrivacy' },
	{ link: 'status', text: 'linkStatus' },
	{ link: 'source', text: 'linkSource' },
] as const;

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
	return (
		<div>
			<dt>{name}</dt>
			<dd dir="auto">{children}</dd>
		</div>
	);
}

/** Whether and how fast it answers, and what may still be asked of it. */
function Health({ host, server }: { host: string; server: Server | undefined }) {
	const { t, number } = useTexts();
	const { value } = useLoad('budgets', budgets, ['budgets']);
	const row = value?.find((one) => one.host === host);
	if (!row) return null;
	const middle = [...row.times].sort((a, b) => a - b)[row.times.length >> 1];
	return (
		<section class="server" aria-labelledby="health">
			<h2 id="health">{t('serverHealth')}</h2>
			<dl class="facts">
				<Fact name={t('serverReachable')}>
					{row.failures === 0 ? t('serverAnswers') : t('serverFails', { count: row.failures })}
				</Fact>
				{middle !== undefined && (
					<Fact name={t('serverTime')}>
						{t('milliseconds', { number: number(Math.round(middle)) })}
					</Fact>
				)}
				{row.remaining !== undefined && <Fact name={t('serverBudget')}>{budgetText(row, t)}</Fact>}
				<Fact name={t('serverContacts')}>
					{t('serverContactsText', {
						count: row.contacts,
						kilobytes: number(Math.ceil(row.bytes / 1024)),
					})}
				</Fact>
				{server && (
					<Fact name={t('serverRead')}>
						<When at={server.readAt} />
					</Fact>
				)}
			</dl>
		</section>
	);
}

function budgetText(row: BudgetRow, t: ReturnType<typeof useTexts>['t']): string {
	const of = row.limit === undefined ? '' : ` / ${row.limit}`;
	return t('serverBudgetText', { left: `${row.remaining}${of}` });
}

/** The rules in the server's own words. */
function Rules({ server: { rules, host } }: { server: Server }) {
	const { t } = useTexts();
	return (
		<section class="server" aria-labelledby="rules">
			<h2 id="rules">{t('serverRules')}</h2>
			{rules === undefined && <p class="quiet">{t('serverRulesUnknown', { host })}</p>}
			{rules?.length === 0 && <p class="quiet">{t('serverRulesNone', { host })}</p>}
			<ol>
				{rules?.map(({ id, text, hint }) => (
					<li key={id} dir="auto">
						{text}
						{hint && <p class="quiet">{hint}</p>}
					</li>
				))}
			</ol>
		</section>
	);
}

import type { Server } from '../../lib/model';
import { Emojified } from '../post/emojified';
import { OutLink } from '../post/text';
import { ForeignWords } from '../shared/foreign-words';
import { useTexts } from '../shared/texts';
import { Fact } from './fact';

/** What a server says of itself. */
export function About({ server }: { server: Server }) {
	const { t } = useTexts();
	const { contact, links, limits } = server;
	return (
		<section class="server" aria-labelledby="about">
			<h2 id="about">{t('serverAbout')}</h2>
			{server.description && <ForeignWords words={server.description} />}
			<dl class="facts">
				<Fact name={t('serverSoftware')}>
					{server.software.shown ?? server.software.name} {server.software.version}
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

import { useEffect, useState } from 'preact/hooks';
import { fetchOlderNotices, notices, type ShownNotice } from '../../lib/timeline';
import { Empty } from '../shared/empty';
import { useMe } from '../shared/me';
import { LoadProblem } from '../shared/problem';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { NoticeItem } from './notice-item';
import { useLooked } from './use-looked';

const PAGE = 40;
type Part = 'all' | 'mentions' | 'strangers';
const PARTS = [
	{ part: 'all', text: 'noticesAll' },
	{ part: 'mentions', text: 'noticesMentions' },
	{ part: 'strangers', text: 'noticesStrangers' },
] as const satisfies readonly { part: Part; text: string }[];

/** The notices, newest first; mentions by strangers wait apart until they are looked at. */
export function NoticeList() {
	const { t, number } = useTexts();
	const [part, setPart] = useState<Part>('all');
	const [wanted, setWanted] = useState(PAGE);
	const loaded = useLoad(String(wanted), () => notices(undefined, wanted), ['notices', 'people']);
	const { error, retry } = loaded;
	const value = useLooked(loaded.value);
	const me = useMe();
	const [asking, setAsking] = useState(false);
	useEffect(() => setWanted(PAGE), []);
	if (error !== undefined) return <LoadProblem error={error} retry={retry} />;
	if (!value) return null;
	const strangers = value.filter(({ stranger }) => stranger).length;
	const shown = value.filter((notice) => belongs(notice, part));
	// Nobody waits where no server of mine knows of waiting.
	const waiting = me.all?.some(({ features }) => features.includes('requests')) || strangers > 0;
	const offered = ({ part: one }: { part: Part }) => one !== 'strangers' || one === part || waiting;
	const more = () => {
		setAsking(true);
		const accounts = (me.all ?? []).filter(({ state }) => state === 'active');
		Promise.allSettled(accounts.map(({ account }) => fetchOlderNotices(account))).then(() => {
			setAsking(false);
			setWanted(wanted + PAGE);
		}, reportError);
	};
	return (
		<section aria-label={t('notifications')}>
			<fieldset class="segments" aria-label={t('noticesWhich')}>
				{PARTS.filter(offered).map((one) => (
					<button
						key={one.part}
						type="button"
						class="chip"
						aria-pressed={one.part === part}
						onClick={() => setPart(one.part)}
					>
						{t(one.text)}
						{one.part === 'strangers' && strangers > 0 && ` ${number(strangers)}`}
					</button>
				))}
			</fieldset>
			{part === 'strangers' && <p class="hint">{t('noticesStrangersWhy')}</p>}
			{shown.length === 0 ? (
				<Empty>{t('noticesNone')}</Empty>
			) : (
				<ol class="notices" aria-label={t('notifications')}>
					{shown.map((notice) => (
						<NoticeItem key={`${notice.by} ${notice.id}`} notice={notice} />
					))}
				</ol>
			)}
			{value.length > 0 && (
				<p class="feed-end">
					<button type="button" class="button" disabled={asking} onClick={more}>
						{asking ? t('loadingMore') : t('noticesOlder')}
					</button>
				</p>
			)}
		</section>
	);
}

function belongs({ kind, stranger }: ShownNotice, part: Part): boolean {
	if (part === 'strangers') return stranger === true;
	if (stranger) return false;
	return part === 'all' || kind === 'mention' || kind === 'quote';
}

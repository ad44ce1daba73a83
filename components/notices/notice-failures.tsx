import { CloudOff } from 'lucide-preact';
import { fetchNotices, noticeSourceStates } from '../../lib/timeline';
import { useMe } from '../shared/me';
import { hrefs } from '../shared/route';
import { named, writtenDown } from '../shared/said';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';

/** The servers whose notices could not be asked for, by name. */
export function NoticeFailures() {
	const { t, say } = useTexts();
	const me = useMe();
	const { value = [] } = useLoad('states', noticeSourceStates, ['notices', 'sessions']);
	const failing = value.filter(({ failure, by }) => failure && me.of(by));
	if (failing.length === 0) return null;
	return (
		<ul class="failures" aria-label={t('failuresList')}>
			{failing.map(({ by, failure }) => (
				<li key={by}>
					<CloudOff size={16} aria-hidden="true" />
					<span role="status">{failure && named(me.of(by)?.host ?? '', say(failure.text))}</span>
					{me.of(by)?.state === 'active' ? (
						<button
							type="button"
							class="button"
							onClick={() => {
								fetchNotices(by).catch(writtenDown);
							}}
						>
							{t('tryAgain')}
						</button>
					) : (
						<a class="button" href={hrefs.servers({ renew: by })}>
							{t('signInAgain')}
						</a>
					)}
				</li>
			))}
		</ul>
	);
}

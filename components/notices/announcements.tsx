import { Megaphone } from 'lucide-preact';
import { announcements, readAnnouncement } from '../../lib/timeline';
import { PostText } from '../post/text';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { When } from '../shared/when';

/** What servers tell everybody, until it is read. */
export function Announcements() {
	const { t } = useTexts();
	const { value = [] } = useLoad('announcements', announcements, ['notices', 'sessions']);
	const unread = value.filter(({ read }) => !read);
	if (unread.length === 0) return null;
	return (
		<ul class="announcements" aria-label={t('announcements')}>
			{unread.map(({ host, by, id, content, publishedAt }) => (
				<li key={`${host} ${id}`} class="module">
					<p class="quiet">
						<Megaphone size={16} aria-hidden="true" /> {host} · <When at={publishedAt} />
					</p>
					<PostText content={content} live />
					<button
						type="button"
						class="button"
						onClick={() => {
							readAnnouncement({ by, id }).catch(reportError);
						}}
					>
						{t('announcementRead')}
					</button>
				</li>
			))}
		</ul>
	);
}

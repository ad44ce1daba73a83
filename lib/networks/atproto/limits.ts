/** Of `app.bsky.embed.images` and `app.bsky.embed.video`, in bytes. */
export const MOST_PICTURE = 2_000_000;
export const MOST_VIDEO = 300_000_000;
export const MOST_MEDIA = 4;

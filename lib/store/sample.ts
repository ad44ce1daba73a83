/** The number of the sample's account: above every one that X has given or will give, it is nobody's. */
export const SAMPLE_ID = '9000000000000000001';

/** The account of the sample (components/welcome): invented, so that it is nobody's archive and in no backup. */
export const SAMPLE = `tw:${SAMPLE_ID}`;

import { anyInput } from './any-input-properties.ts';

anyInput({ files: 8, texts: 200 });

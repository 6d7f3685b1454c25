import { anyInput } from './any-input-properties.ts';

anyInput({ files: 60, texts: 1000 });

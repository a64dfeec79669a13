import { useEffect, useRef } from 'react';
import { createScanner } from './scanner';

const LOOK_EVERY_MS = 160;
/** The same code in front of the camera counts again only after this long. */
const FORGET_AFTER_MS = 4000;

/** The back camera's picture, which reports each QR code that comes into view. */
export function Camera({
  onCode,
  onFailed,
}: {
  onCode: (text: string) => void;
  onFailed: () => void;
}) {
  const video = useRef<HTMLVideoElement>(null);
  const report = useRef({ onCode, onFailed });
  useEffect(() => {
    report.current = { onCode, onFailed };
  });
  useEffect(() => {
    const watching = new AbortController();
    if (video.current !== null) {
      watch(video.current, watching.signal, (text) => report.current.onCode(text)).catch(() => {
        if (!watching.signal.aborted) {
          report.current.onFailed();
        }
      });
    }
    return () => watching.abort();
  }, []);
  return (
    <div className="door__camera">
      <video ref={video} muted playsInline aria-hidden="true" />
      <div className="door__frame" />
    </div>
  );
}

async function watch(
  video: HTMLVideoElement,
  signal: AbortSignal,
  onCode: (text: string) => void,
): Promise<void> {
  const scan = await createScanner();
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment' },
  });
  const isOver = () => signal.aborted;
  const stop = () => stream.getTracks().forEach((track) => track.stop());
  if (isOver()) {
    stop();
    return;
  }
  signal.addEventListener('abort', stop);
  video.srcObject = stream;
  await video.play();
  let last = { text: '', at: 0 };
  while (!isOver()) {
    const text = await scan(video);
    const now = performance.now();
    if (text !== undefined && (text !== last.text || now - last.at > FORGET_AFTER_MS)) {
      onCode(text);
    }
    if (text !== undefined) {
      last = { text, at: now };
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

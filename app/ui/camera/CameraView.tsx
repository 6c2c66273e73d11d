import { useEffect, useRef } from "react";
import { type Facing, watchCamera } from "./watch-camera";

interface CameraViewProps {
  /** What a code in the picture says; told again as long as it is seen. */
  onText: (text: string) => void;
  /** There is no camera, or it may not be used. */
  onFailure: () => void;
  facing?: Facing;
  className?: string;
}

/** What the camera sees, from when it is drawn until it is not any more. */
export function CameraView({
  onText,
  onFailure,
  facing = "environment",
  className = "rounded-[0.625rem] border border-line",
}: CameraViewProps) {
  const video = useRef<HTMLVideoElement>(null);
  const listeners = useRef({ onText, onFailure });
  useEffect(() => {
    listeners.current = { onText, onFailure };
  });
  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    if (!video.current) return;
    watchCamera(video.current, facing, (text) => listeners.current.onText(text)).then(
      (halt) => (gone ? halt() : (stop = halt)),
      () => listeners.current.onFailure(),
    );
    return () => {
      gone = true;
      stop?.();
    };
  }, [facing]);
  return (
    <video
      ref={video}
      muted
      playsInline
      aria-label="What the camera sees"
      className={`w-full bg-sunken ${className}`}
    />
  );
}

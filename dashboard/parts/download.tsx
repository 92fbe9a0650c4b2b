import { Button } from "./button.tsx";
import { say } from "./words.ts";

interface DownloadProps {
  readonly file: string;
  readonly type?: string;
  readonly text: () => string;
  readonly label?: string;
}

/** Hands over what the page already has, as a file. */
export function Download({ file, type = "text/plain", text, label }: DownloadProps) {
  const hand = () => {
    const url = URL.createObjectURL(new Blob([text()], { type }));
    const link = document.createElement("a");
    link.href = url;
    link.download = file;
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <Button small look="quiet" icon="download" onPress={hand}>
      {label ?? say("parts-download")}
    </Button>
  );
}

/** What somebody said: text and nothing but text, with mentions set off and pictures kept whole. */
export function Words({ text }: { readonly text: string }) {
  return (
    <span class="words">
      {text.split(apart).map((piece) => {
        if (pictureRow.test(piece)) return <span class="picture-row">{piece}</span>;
        return mention.test(piece) ? <span class="mention">{piece}</span> : piece;
      })}
    </span>
  );
}

/** A row of Braille cells. A browser may break it after any blank cell, where Twitch's width would not. */
const pictureRow = /^[\u2800-\u28ff]{8,}$/;
const mention = /^@[\p{L}\p{N}_]{2,}$/u;
const apart = /([\u2800-\u28ff]{8,}|@[\p{L}\p{N}_]{2,})/u;

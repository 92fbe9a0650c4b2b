import { type Language, language, texts } from "../state/language.ts";

const languages: readonly Language[] = ["en", "ru"];

export function LanguageToggle() {
  return (
    <div class="language" role="group" aria-label={texts.value.pageLanguage}>
      {languages.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-pressed={language.value === each}
          onClick={() => {
            language.value = each;
          }}
        >
          {each.toUpperCase()}
        </button>
      ))}
    </div>
  );
}

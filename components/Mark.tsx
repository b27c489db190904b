/** The mark: a page with three lines. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 18 22" aria-hidden="true">
      <rect x="1.2" y="1.2" width="15.6" height="19.6" rx="2.4" class="mark-page" />
      <path d="M5 6.5h8M5 10.5h8M5 14.5h5" class="mark-lines" />
    </svg>
  );
}

/** Hands a drawing to the person as a file. Twice the size as PNG, so that it stays sharp on a beamer. */
export async function savePicture(
  document: Document,
  name: string,
  content: { svg: string; width: number; height: number },
  format: 'svg' | 'png',
): Promise<void> {
  const blob = new Blob([content.svg], { type: 'image/svg+xml' });
  const file = format === 'svg' ? blob : await asPng(document, content);
  const link = document.createElement('a');
  const address = URL.createObjectURL(file);
  link.href = address;
  link.download = `colofon-${name}.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

async function asPng(document: Document, { svg, width, height }: { svg: string; width: number; height: number }): Promise<Blob> {
  const image = new Image(width * 2, height * 2);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * 2;
  canvas.height = height * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, width * 2, height * 2);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('The drawing could not be made a picture')) : resolve(blob)), 'image/png');
  });
}

import type { Article } from "../article/article.ts";
import { pictureAddress } from "./markup.ts";

/** A picture of an article, at an address that anybody can follow. */
export type ArticlePicture = {
  readonly url: string;
  readonly alt: string;
  readonly caption?: string;
  readonly creditText?: string;
};

/** The pictures of an article: the one of its front matter, then those of its body. */
export function articlePictures({ image, figures }: Article): readonly ArticlePicture[] {
  const cover = image === undefined ? [] : [{ url: image.url, alt: "" }];
  return [...cover, ...figures].flatMap((picture) => {
    const url = pictureAddress(picture.url);
    return url === undefined ? [] : [{ ...picture, url }];
  });
}

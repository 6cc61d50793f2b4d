/** Says where the widget's own files are: in the folder that the webmaster names, otherwise beside the script. */
export interface FilesPlace {
  readonly assetsHref: string | null;
  readonly baseURI: string;
}

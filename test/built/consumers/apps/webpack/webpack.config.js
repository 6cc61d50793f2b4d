import HtmlPlugin from 'html-webpack-plugin';

export default {
  mode: 'production',
  entry: './src/main.js',
  output: {filename: '[name].[contenthash].js', clean: true},
  plugins: [new HtmlPlugin({template: 'src/index.html'})],
};

Object.prototype['texts'] = '<img src=x>';

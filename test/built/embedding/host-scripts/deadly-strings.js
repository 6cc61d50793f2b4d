Object.prototype['strings'] = '<img src=x>';

Object.prototype['attribute'] = '<img src=x>';

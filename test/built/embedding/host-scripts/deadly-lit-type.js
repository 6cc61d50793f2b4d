Object.prototype['_$litType$'] = '<img src=x>';

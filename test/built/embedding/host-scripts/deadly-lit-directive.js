Object.prototype['_$litDirective$'] = '<img src=x>';

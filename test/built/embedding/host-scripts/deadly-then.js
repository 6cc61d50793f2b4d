Object.prototype['then'] = '<img src=x>';

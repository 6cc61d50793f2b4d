Object.prototype.value = '';

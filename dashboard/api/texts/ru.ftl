api-no-answer = Taproom не отвечает.
api-broken = В Taproom что-то сломалось.

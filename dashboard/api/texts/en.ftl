api-no-answer = Taproom does not answer.
api-broken = Something broke at Taproom.

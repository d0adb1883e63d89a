curl --silent --show-error --fail-with-body http://localhost:8080/api/v1/ask \
  --header 'Content-Type: application/json' \
  --data '{"question": "电梯维保单位义务是什么", "limit": 1}'

import json
import urllib.request

request = urllib.request.Request(
    "http://localhost:8080/api/v1/ask",
    data=json.dumps({"question": "电梯维保单位义务是什么", "limit": 1}).encode(),
    headers={"Content-Type": "application/json"},
)
with urllib.request.urlopen(request) as response:
    answer = json.load(response)
print(json.dumps(answer, ensure_ascii=False))

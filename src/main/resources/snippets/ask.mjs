const response = await fetch("http://localhost:8080/api/v1/ask", {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify({ question: "电梯维保单位义务是什么", limit: 1 }),
});
if (!response.ok) throw new Error((await response.json()).detail);
console.log(JSON.stringify(await response.json()));

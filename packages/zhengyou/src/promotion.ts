export * from "@zhengyou/promotion"

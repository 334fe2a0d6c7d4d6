/** Texts of shops that look like something personal, and are not: one a line. */
export const SHOP_TEXTS: readonly string[] = `
Hello Kitty Backpack for Girls
Hi-Res Audio Player
Dear Santa Letter Kit
Dear Evan Hansen (Original Broadway Cast)
Thank You Cards, 48 Pack
Thanks, works great
Thank you, great product!
Thanks, I love it
Danke, super Qualität
Sorry, your cart is empty
Great, your order qualifies for free delivery
Not Your Daughter's Jeans
Men's Cart Jacket
Women's Profile Running Shoe
Levi's Men's 501 Original Fit Jeans, 32W x 34L
Apple iPhone 15 Pro Max, 256GB, Natural Titanium
Samsung Galaxy S24 Ultra SM-S928B/DS 512 GB
SanDisk 128GB Ultra microSDXC UHS-I Memory Card - SDSQUAB-128G-GN6MA
Sony WH-1000XM5 Wireless Headphones
Model: RTX4090-24G-2023
UPC 012345678905
EAN: 4006381333931
ISBN-10: 0306406152 ISBN-13: 978-0306406157
ASIN B0CHX1W1XY
Item model number 12345678
MPN 1234-5678-90
SKU: 88442211
Part Number: WD10EZEX-08WN4A0
Size 10.5 M US
32 x 34
EU 42.5 / UK 8 / US 9
1,234 ratings
4.7 out of 5 stars 12,345
$1,299.00
1.299,00 €
€ 49,99
¥12,800
10-pack of AA Batteries 1.5V
USB 3.2 Gen 2 Type-C to HDMI 2.1 Cable 6 ft
100 Inch Projector Screen 16:9
50,000 BTU Heater
20000mAh Power Bank
Power Bank 3, 20000 MAh
Flashlight 5, 10000 Lumens
12 Main Course Recipes
5 Star Hotel Court Shoes
1 Way Street Sign
24 Hour Drive
3 Drawer Place Setting
8 Person Court Tent
Swift: absolute beginners guide
Taylor Swift: The Eras Tour Book
Login: a thriller
Username
Password
Sign in
Deliver to your door
Delivery Thursday, May 16
FREE delivery Mon, 12 Jan
Order within 5 hrs 23 mins
Order by 12/24
Only 3 left in stock - order soon
Customers who bought this also bought
Order 2 or more and save 5%
Returns: 30 days
Gift card $50
Visit the Columbia Store
Sold by Acme Trading GmbH
Ships from Amazon.com
Color: Hello Yellow
Style: Good Morning America Mug
Welcome Home Sign
Welcome to our store
Welcome Mat, Coir, 18x30
Willkommen Türschild
Aloha, Hawaii Shirt
2 @ $5.00
Buy 2 @ 10 % off
Mother's Day Gift
Valentine's Day Card
King's Cross 1/76 Scale
Adidas Men's Ultraboost 22
Calle Ocho Cigar Box 25
Via Veneto Leather Bag 12
Rue 21 Jeans
Street Fighter 6
Abbey Road (50th Anniversary)
Harry Potter Box Set: Books 1-7
Route 66 Sign
Model Y 2023
192 mm x 108 mm x 24 mm
Firmware 1.2.3.4
Version 10.0.19045.1
Resolution 3840 x 2160
12.5 x 8.25 x 3.75 inches
Thread count 400 600 800 1000
2020 2021 2022 2023 2024
Years 2015 2016 2017 2018 2019 2020
Fits 2007-2018 Jeep Wrangler
#10 x 1-1/2 in. Screws 100 ct
1080 HD Webcam
Birthday 3-5 years
Born in Roswell Season 2
Expires 12/31
Coupon code SAVE20
Promo code: SUMMER2024
PIN 12V Connector 4 Pin
10 Pin 1000 ft
Pass code lock box
Case of 12 1000 ml
5-7-5 fertilizer
Lot 1234567890
Rated 4.5
Black/White, Size 8.5
Sizes S M L XL 2XL 3XL
1 2 3 4 5 6 7 8 9 10
Page 1 of 400
1-48 of over 70,000 results for "women's boots"
Save 15% with coupon
Climate Pledge Friendly
Amazon's Choice
Bestseller Nr. 1
Lieferung Montag, 12. Mai
Kundenrezensionen 4,5 von 5
Envío GRATIS el lunes
Livraison gratuite
Ajouter au panier
Mehr als 1.000 Mal verkauft
订单满99元免运费
配送至全国
欢迎光临
您好，请登录
こんにちは, お客様
Dear customer, we have news
Dear Lover Women's Lingerie
Cher Greatest Hits
Beste Kwaliteit
Liebe Grüße Karte
Cara Cara Oranges 5 lb
Lieber Frühling Deko
Gracias, excelente producto
Skype-certified webcam
Account
Your Account
Kids' Registry
Baby Registry
Konto 12-teilig
RIB 123456 fabric
Kit 10, 50000 Pieces
Route 5, 12345 Miles
AKIA Modern Chair
Nintendo Switch OLED Model HEG-001
Logitech MX Master 3S 910-006556
HP 63XL N9K99AN
Canon PG-245/CL-246
DeWalt DCD771C2
LEGO 75192 Millennium Falcon 7541 Pieces
Seagate ST8000DM004
Fire TV Stick 4K Max
R&D Systems 12-34-56
`
  .trim()
  .split('\n')

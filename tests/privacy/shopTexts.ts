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
Sony WH-1000XM5 Wireless Noise Cancelling Headphones
SKF 6205-2RSH/C3 Deep Groove Ball Bearing 25x52x15
ISBN 978-3-16-148410-0
ISBN: 0306406152
EAN 4006381333931
UPC 036000291452
LEGO 75192 Millennium Falcon, 7541 pieces
Canon PG-545XL/CL-546XL 8286B006
HP 305A CE410A/CE411A/CE412A/CE413A Toner
Intel Core i9-14900K 3.20 GHz LGA1700
Samsung 990 PRO MZ-V9P2T0BW 2 TB
M8 x 1.25 x 40 mm DIN 933 hex bolts 100 pcs
Levi's 501 W32 L34 00501-0114
Size EU 42 / UK 8 / US 9
205/55 R16 91V Summer Tyre
1/2" x 3/4" brass reducer
3 x 1.5 L (4.5 L)
12,99 €
CHF 1'299.00
₹ 1,29,999
₩129,000
kr 1 299,00
1 299 Kč
12 990 Ft
R$ 1.299,90
$1,299.99 - $1,599.99
Rs. 2,499
1.299,99 TL
zł 129,99
₪129.90
AED 1,299.00
฿1,290
₫1.290.000
Rp 1.290.000
£12.99/100g
4.5 out of 5 stars, 12,345 ratings
4,7 von 5 Sternen
Released 12 March 2024
Published: 2024-03-12
Best before 12.03.2026
Model year 2023-2025
Windows 11 Pro 22H2
iPhone 15 Pro Max 256GB Natural Titanium A3106
Part number 06A 115 561 B
Hoover 35601328 Filter U66
Dyson 971358-05
Makita DLX2214TJ 18V 5.0Ah
Shimano CS-M8100-12 10-51T
1000 Piece Puzzle 27 x 20 in
50 Count (Pack of 12)
Vitamin D3 10,000 IU 365 softgels
5-in-1 multitool
Nr. 7 Chain 3/8" LP 1.3 mm 52 links
Rue 21 Womens Jeans
Hello Kitty Backpack 12 inch
Hi-Vis Vest EN ISO 20471
Welcome Mat 45x75 cm
Salut Paris Poster 50x70
Moi Tote Bag
Moi Je Joue Game
Ahoj Czech Textbook A1
Namaste Yoga Mat 6mm
Aloha Shirt XL
Howdy Cowboy Hat
Halo Infinite Xbox
Halo Baby Sleep Sack
Halo: The Master Chief Collection
Terve Coffee 500 g
Szia Mug
Hei Hei Plush Moana
Xin Chào Noodle Soup 12 Pack
Shalom Wall Art
Bună Coffee Beans 1kg
Delivery: Thursday, March 12
Delivery to your door
Free delivery on orders over $35
Get it by Sat, Dec 12
Street Fighter 6 PS5
Wall Street 1987 DVD
Via Roma 2012 Chianti 750 ml
Calle 54 DVD
Jalan Jalan Sriwijaya 98653 Loafers
Jl Audio 12W6v3
Str. Size 42
Plaza 5 Ring Binder
No 5 Chanel 100 ml
House No 9 Candle
Flat No 7 Screwdriver Set
Sector 7 Lego
Plot No 3 Planner
Order of the Phoenix Book 5
Tracking: GPS, GLONASS, Galileo
Account Book 96 Sheets
Passport Cover RFID
DL envelopes 110x220 100 pack
Plate 27 cm porcelain
License Plate Frame 2 pack
License plate light LED 12V
VIN decoder OBD2
NRIC holder
Medicare guide 2024
Tax Software 2023
OIB bolt 12345
EGN Optics 42mm
AFM microscope tip 10 pcs
PPS 4500 Printer
CNP Vitamins 1000 mg
KTP laser 532 nm
NIK Collection 7
IC 7805 5V regulator
S1234 Brother sewing machine
A12345 adapter
W1234567 Whirlpool filter
WF3CB filter 242069601
DA29-00020B HAF-CIN filter
4396841 EDR3RXD1
MWF GE filter 2-pack
T7000 glue 110 ml
F-150 2015-2020 V8
784-1200 bolt kit
800101 lamp 14-5555 spare
@home smart plug
follow @nike for more
6 for @ $5
50% @ checkout
2 @ 1.99
Age 3-5 years
Since 1985
Birthday Banner 21
Birthday card for her 30th
Born 2 Run 26.2 tee
Happy Birthday 50 balloons
Date of release: 12.03.2024
10 x 10 x 10 cm
2.4 GHz / 5 GHz
IP67 waterproof
IP 68
1.2.3.4 firmware
v1.2.3.4
192 kHz / 24 bit
16:9 1920x1080
3840 x 2160 @ 144 Hz
00:30:00 timer
Lat pulldown bar 120 cm
USB4 40Gbps 240W
SanDisk SDSQXAV-256G-GN6MA
Kindle (2024 release) B0CNVBWW65
B0CNVBWW65
ASIN B08N5WRWNW
#1 Best Seller in Tents
1,234,567 reviews
20% off, was $129.99
2 for £20
Free returns until 31 January 2026
Ships from Amazon, sold by Example GmbH
40 x 60 cm (15.7 x 23.6 in)
Set of 4 (20 oz)
Red / XL / 100% Cotton
Navy-blue 3XL-Tall
Color: 05 Rose
Shade 120N
32GB+1TB
Gr. 110/116
Größe 38-40
EU 38 2/3
7.5 W
Doppelpack 2x 500 ml (1 l = 9,98 €)
1 kg = 12,99 €
Art.-Nr. 12345678
Artikelnummer: 400.123.45
SKU: 1234567890
Item 1234567
Model #: 123-456-7890
Style 555088-134 Jordan 1
Nike DZ5485-612
Adidas GW2871
Best Price ₹499 (MRP ₹1,999)
Bulb E27 60W 806lm 2700K 4-pack
RAL 7016
Pantone 19-4052
Thread 40/2 5000 m
Ø 32 mm x 1.5 m
Battery CR2032 3V 10-pack
LR44 AG13 A76
Filter 80-84-12345
AB12 345 678 connectors
Toner TN-2420 (3.000 Seiten)
สวัสดี สมุดโน้ต A5
คำสั่งซื้อขั้นต่ำ 500 บาท
Phố cổ Hà Nội Coffee 500g
นาฬิกา G-Shock GA-2100-1A1
שלום עולם חולצה
سلام مگ
हिंदी नमस्ते टी-शर्ट
様々な色 10本セット
お客様
客様
名様用テント 4名様
2名様
奥様
手作り 500ml 12本
山田養蜂場 はちみつ 500g
神様 フィギュア
김 100매
선생님 선물
고객님
님의 침묵 시집
회원님
您好贺卡
你好 手机壳
小王子, 您好 Book
Apple, 256 GB
Oslo, 2-seater sofa 160000 rub cycles
Berlin, 120000 lumen
Pack, 100000 pieces
Order now, 250000 sold
Quận 1 hoodie
Cluj, 150000 km
Track: 60 ft 123456789
Bitcoin T-shirt
sk_live sticker
AAAAAAAAAAAAAAAA cells
`
  .trim()
  .split('\n')

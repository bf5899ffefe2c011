console.log("LanChat");

using LanChat.Soak;

return await SoakOptions.Command(async options =>
{
    await using var server = await ServerUnderTest.Start();
    using var crowd = new Crowd(server.EndPoint);
    Console.WriteLine(
        $"{server.Banner}: {options.Clients} clients, {options.LinesPerSecond} lines/s, {options.ComingPerSecond} "
            + $"leave and come every second, {options.Minutes} min");
    return await new Run(options, server, crowd).Go() ? 0 : 1;
}).Parse(args).InvokeAsync();

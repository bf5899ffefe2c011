using System.Reflection;
using System.Runtime.InteropServices;
using LanChat.Texts;

namespace LanChat.Server.Storage.Sqlite;

/// <summary>
/// Loads the SQLite library that is embedded in a single-file program, through a temporary file.
/// The runtime's own extraction needs a writable home folder and ends the program without one.
/// </summary>
internal static class NativeSqlite
{
    private const string Name = "e_sqlite3";
    private const string Resource = "native." + Name;

    private static readonly string?[] Folders =
        [
            Environment.GetEnvironmentVariable("DOTNET_BUNDLE_EXTRACT_BASE_DIR"),
            Path.GetTempPath(),
            AppContext.BaseDirectory,
            Environment.CurrentDirectory,
        ];

    private static readonly Lazy<bool> IsReady = new(Prepare);

    /// <summary>
    /// Loads the embedded library on the first call. Without one, the runtime finds the library
    /// beside the program.
    /// </summary>
    /// <exception cref="HistoryException">
    /// No folder is writable and allows executable files.
    /// </exception>
    public static void Use() => _ = IsReady.Value;

    private static bool Prepare()
    {
        using var library = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource);
        if (library is not null)
        {
            var handle = Folders.OfType<string>()
                .Select(folder => LoadIn(folder, library))
                .FirstOrDefault(loaded => loaded != 0);
            if (handle == 0) throw new HistoryException(ServerTexts.NoPlaceForSqlite);
            NativeLibrary.SetDllImportResolver(
                typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly, (name, _, _) => name == Name ? handle : 0);
        }

        SQLitePCL.Batteries_V2.Init();
        return true;
    }

    private static nint LoadIn(string folder, Stream library)
    {
        var file = Path.Combine(folder, $"lanchat-{Name}-{Guid.NewGuid():N}");
        try
        {
            using (var copy = new FileStream(file, FileMode.CreateNew, FileAccess.Write))
            {
                library.Position = 0;
                library.CopyTo(copy);
            }

            return NativeLibrary.TryLoad(file, out var handle) ? handle : 0;
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
        finally
        {
            // A loaded library needs no file any more.
            if (File.Exists(file)) File.Delete(file);
        }
    }
}

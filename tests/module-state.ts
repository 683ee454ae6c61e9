import ts from 'typescript';

/**
 * What of a module outlives a call: a binding that can be bound anew, a container that stands empty or is filled in
 * place, an expression that remembers where it stopped. Constant tables made by a literal or a builder pass, and so does
 * a WeakMap: it keeps what follows from an object, for as long as that object lives.
 * Returns one English line per place, for the developer.
 */
export function moduleState(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const report = (node: ts.Node, what: string): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    found.push(`${file}:${line + 1} ${what}`);
  };
  const names = namesOfModule(source);
  for (const statement of source.statements) {
    if (ts.isVariableStatement(statement)) {
      if (!(statement.declarationList.flags & ts.NodeFlags.Const)) report(statement, 'let or var');
      for (const { initializer } of statement.declarationList.declarations) {
        if (initializer && isEmptyContainer(initializer)) report(initializer, 'a container that waits to be filled');
        if (initializer && isClosure(initializer)) report(initializer, 'a function that keeps the variables around it');
      }
    }
  }
  const visit = (node: ts.Node, local: ReadonlySet<string>, aliases: ReadonlySet<string>): void => {
    let [inner, known] = [local, aliases];
    if (ts.isFunctionLike(node) || ts.isBlock(node) || ts.isForOfStatement(node) || ts.isForStatement(node)) {
      [inner, known] = scopeOf(node, local, aliases, names);
    }
    const outer = (one: ts.Expression, through: boolean): boolean => {
      const root = rootOf(one);
      if (root === undefined) return false;
      if (names.has(root) && !inner.has(root)) return names.get(root) !== 'weak';
      // Another word for a table may be bound anew; what it stands for may not be written.
      return known.has(root) && (through || !ts.isIdentifier(one));
    };
    if (ts.isPropertyDeclaration(node) && isStatic(node)) {
      if (!node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword)) report(node, 'static field');
      if (node.initializer && isEmptyContainer(node.initializer)) report(node, 'a container that waits to be filled');
    }
    const through = ts.isCallExpression(node) || ts.isDeleteExpression(node);
    for (const written of writtenBy(node))
      if (outer(written, through)) report(node, `written: ${node.getText(source)}`);
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { expression, name } = node.expression;
      const regex =
        ts.isIdentifier(expression) && !inner.has(expression.text) && names.get(expression.text) === 'sticky';
      if (regex && (name.text === 'exec' || name.text === 'test')) report(node, 'an expression that keeps its place');
    }
    ts.forEachChild(node, (child) => visit(child, inner, known));
  };
  visit(source, new Set(), new Set());
  return found;
}

type Sort = 'sticky' | 'weak' | 'other';

/** What the module binds and imports, at its outermost. */
function namesOfModule(source: ts.SourceFile): Map<string, Sort> {
  const names = new Map<string, Sort>();
  for (const statement of source.statements) {
    if (ts.isVariableStatement(statement)) {
      for (const { name, initializer } of statement.declarationList.declarations)
        for (const one of boundBy(name)) names.set(one, sortOf(initializer));
    } else if ((ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name) {
      names.set(statement.name.text, 'other');
    } else if (ts.isImportDeclaration(statement) && statement.importClause) {
      const { name, namedBindings } = statement.importClause;
      if (name) names.set(name.text, 'other');
      if (namedBindings && ts.isNamespaceImport(namedBindings)) names.set(namedBindings.name.text, 'other');
      if (namedBindings && ts.isNamedImports(namedBindings))
        for (const element of namedBindings.elements) names.set(element.name.text, 'other');
    }
  }
  return names;
}

function sortOf(made: ts.Expression | undefined): Sort {
  if (made && isSticky(made)) return 'sticky';
  return made && ts.isNewExpression(made) && made.expression.getText() === 'WeakMap' ? 'weak' : 'other';
}

/** The names that a scope binds for itself, and those of them that are another word for something of the module. */
function scopeOf(
  node: ts.Node,
  local: ReadonlySet<string>,
  aliases: ReadonlySet<string>,
  names: ReadonlyMap<string, Sort>,
): [Set<string>, Set<string>] {
  const [inner, known] = [new Set(local), new Set(aliases)];
  const bind = (name: ts.BindingName, from?: ts.Expression): void => {
    const root = from && rootOf(from);
    const shared = root !== undefined && (known.has(root) || (names.has(root) && !inner.has(root)));
    for (const one of boundBy(name)) {
      inner.add(one);
      known.delete(one);
      if (shared) known.add(one);
    }
  };
  if (ts.isFunctionLike(node)) for (const { name } of node.parameters) bind(name);
  const lists: ts.VariableDeclarationList[] = [];
  if (ts.isBlock(node))
    for (const statement of node.statements)
      if (ts.isVariableStatement(statement)) lists.push(statement.declarationList);
  if ((ts.isForOfStatement(node) || ts.isForStatement(node)) && node.initializer) {
    if (ts.isVariableDeclarationList(node.initializer)) lists.push(node.initializer);
  }
  for (const { declarations } of lists)
    for (const { name, initializer } of declarations)
      bind(name, ts.isForOfStatement(node) ? node.expression : initializer);
  return [inner, known];
}

function boundBy(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundBy(element.name) : []));
}

/** `TABLE` in `TABLE.rows[3]`, `TABLE.get(key)?.rows`, `(TABLE ?? other)!`; nothing for what a call has made. */
function rootOf(node: ts.Expression): string | undefined {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) return rootOf(node.expression);
  if (ts.isNonNullExpression(node) || ts.isParenthesizedExpression(node) || ts.isAsExpression(node))
    return rootOf(node.expression);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken)
    return rootOf(node.left);
  const taken =
    ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) ? node.expression : undefined;
  return taken && /^(?:get|at|set|add|find|values|entries)$/.test(taken.name.text)
    ? rootOf(taken.expression)
    : undefined;
}

const MUTATORS = /^(?:set|add|delete|clear|push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin)$/;

/** What a node writes into. */
function writtenBy(node: ts.Node): ts.Expression[] {
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    if (kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment) return targets(node.left);
  }
  if ((ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) && /\+\+|--/.test(node.getText()))
    return node.operator >= ts.SyntaxKind.PlusPlusToken && node.operator <= ts.SyntaxKind.MinusMinusToken
      ? targets(node.operand)
      : [];
  if (ts.isDeleteExpression(node)) return [node.expression];
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  const { expression, name } = node.expression;
  if (MUTATORS.test(name.text)) return [expression];
  const definer = /^(?:Object|Reflect)$/.test(expression.getText()) && /^(?:assign|define|set)/.test(name.text);
  return definer ? node.arguments.slice(0, 1) : [];
}

function targets(node: ts.Expression): ts.Expression[] {
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap((element) => targets(element));
  return [node];
}

function isEmptyContainer(node: ts.Expression): boolean {
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return isEmptyContainer(node.expression);
  if (ts.isArrayLiteralExpression(node)) return node.elements.length === 0;
  if (ts.isObjectLiteralExpression(node)) return node.properties.length === 0;
  if (!ts.isNewExpression(node)) return false;
  const name = node.expression.getText();
  if (/^(?:Map|Set)$/.test(name)) return (node.arguments?.length ?? 0) === 0;
  // A typed array by its length holds zeros; one made of values is a table.
  return (
    /Array$/.test(name) && !node.arguments?.some((one) => ts.isArrayLiteralExpression(one) || ts.isCallExpression(one))
  );
}

/** `(() => { const seen = new Map(); return (key) => … })()`: a function made by a call, with state of its own. */
function isClosure(node: ts.Expression): boolean {
  if (!ts.isCallExpression(node)) return false;
  const made = ts.isParenthesizedExpression(node.expression) ? node.expression.expression : node.expression;
  if (!ts.isArrowFunction(made) && !ts.isFunctionExpression(made)) return false;
  if (!ts.isBlock(made.body)) return ts.isArrowFunction(made.body);
  return made.body.statements.some(
    (one) => ts.isReturnStatement(one) && one.expression !== undefined && ts.isFunctionLike(one.expression),
  );
}

function isSticky(node: ts.Expression): boolean {
  if (ts.isRegularExpressionLiteral(node)) return /\/[a-z]*[gy][a-z]*$/.test(node.text);
  return (
    ts.isNewExpression(node) &&
    node.expression.getText() === 'RegExp' &&
    /[gy]/.test(node.arguments?.[1]?.getText() ?? '')
  );
}

function isStatic(node: ts.PropertyDeclaration): boolean {
  return node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword) ?? false;
}
